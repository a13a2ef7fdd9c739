import type { Store } from '../app/ports';

const SIX_HOURS = 21_600;

/** Document properties: they stay with the workbook. */
export function documentStore(): Store {
  // Bound to a workbook there are always document properties; the types allow null for standalone scripts.
  const properties = () => PropertiesService.getDocumentProperties()!;
  return {
    get: (key) => properties().getProperty(key),
    set(key, value) {
      if (value === null) properties().deleteProperty(key);
      else properties().setProperty(key, value);
    },
    setAll: (values) => void properties().setProperties({ ...values }),
  };
}

/** The document cache: what it holds may be evicted at will. */
export function documentCache(): Store {
  const cache = () => CacheService.getDocumentCache()!;
  return {
    get: (key) => cache().get(key),
    set(key, value) {
      if (value === null) cache().remove(key);
      else cache().put(key, value, SIX_HOURS);
    },
    setAll: (values) => cache().putAll({ ...values }, SIX_HOURS),
  };
}
