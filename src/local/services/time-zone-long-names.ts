/**
 * Long names of zones, "standard/summer", where those that Java prints for the pattern zzzz are not the ones of Node's
 * own language data.
 */
const ZONES: Readonly<Record<string, string>> = {
  'Anadyr Standard Time/Anadyr Summer Time': 'Asia/Anadyr',
  'Apia Standard Time/Apia Daylight Time': 'Pacific/Apia',
  'Astrakhan Standard Time/Astrakhan Standard Time': 'Europe/Astrakhan',
  'Barnaul Standard Time/Barnaul Daylight Time': 'Asia/Barnaul',
  'Bougainville Standard Time/Bougainville Daylight Time': 'Pacific/Bougainville',
  'Brunei Darussalam Time/Brunei Summer Time': 'Asia/Brunei',
  'Casey Time/Australian Western Daylight Time': 'Antarctica/Casey',
  'Central European Time/Central European Summer Time': 'CET',
  'Central Standard Time/Central Daylight Time': 'America/Chihuahua America/Ojinaga',
  'Chile Time/Chile Summer Time': 'Antarctica/Palmer',
  "Dumont-d’Urville Time/Dumont-d'Urville Summer Time": 'Antarctica/DumontDUrville',
  'East Greenland Standard Time/East Greenland Summer Time': 'America/Scoresbysund',
  'East Timor Time/Timor-Leste Summer Time': 'Asia/Dili',
  'Eastern European Standard Time/Eastern European Summer Time': 'Asia/Amman Asia/Damascus',
  'Eastern European Time/Eastern European Summer Time': 'Asia/Famagusta EET',
  'Greenwich Mean Time/British Summer Time': 'Europe/Guernsey Europe/Isle_of_Man Europe/Jersey',
  'Greenwich Mean Time/Central European Summer Time': 'Antarctica/Troll',
  'Greenwich Mean Time/Greenwich Mean Time': 'Etc/GMT GMT0',
  'Hovd Standard Time/Hovd Summer Time': 'Asia/Hovd',
  'Kanton Standard Time/Kanton Daylight Time': 'Pacific/Kanton',
  'Middle Europe Time/Middle Europe Summer Time': 'MET',
  'Mountain Standard Time/Mountain Daylight Time':
    'America/Ciudad_Juarez America/Dawson America/Whitehorse Canada/Yukon',
  'Northwest Mexico Standard Time/Northwest Mexico Daylight Time': 'America/Santa_Isabel',
  'Novosibirsk Standard Time/Novosibirsk Summer Time': 'Asia/Novosibirsk',
  'Petropavlovsk-Kamchatski Standard Time/Petropavlovsk-Kamchatski Summer Time': 'Asia/Kamchatka',
  'Ponape Time/Pohnpei Summer Time': 'Pacific/Pohnpei Pacific/Ponape',
  'Punta Arenas Standard Time/Punta Arenas Standard Time': 'America/Punta_Arenas',
  'Sakhalin Standard Time/Sakhalin Summer Time': 'Asia/Sakhalin',
  'Samoa Standard Time/Samoa Daylight Time': 'Pacific/Midway Pacific/Pago_Pago Pacific/Samoa US/Samoa',
  'Saratov Standard Time/Saratov Standard Time': 'Europe/Saratov',
  'Srednekolymsk Time/Srednekolymsk Daylight Time': 'Asia/Srednekolymsk',
  'Taipei Standard Time/Taipei Daylight Time': 'Asia/Taipei',
  'Tomsk Standard Time/Tomsk Daylight Time': 'Asia/Tomsk',
  'Turkey Time/Turkey Summer Time': 'Asia/Istanbul Europe/Istanbul Turkey',
  'Ulyanovsk Standard Time/Ulyanovsk Standard Time': 'Europe/Ulyanovsk',
  'Volgograd Standard Time/Volgograd Summer Time': 'Europe/Volgograd',
  'West Africa Standard Time/West Africa Summer Time':
    'Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo',
  'West Greenland Standard Time/West Greenland Summer Time': 'America/Godthab America/Nuuk',
  'Western European Time/Western European Summer Time': 'Africa/Casablanca Africa/El_Aaiun WET',
  'Xinjiang Standard Time/Xinjiang Daylight Time': 'Asia/Kashgar Asia/Urumqi',
};

/** Zone id → [standard, summer]. */
export const LONG_NAMES: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries(ZONES).flatMap(([names, ids]) => {
    const [standard, summer] = names.split('/');
    return ids.split(' ').map((id) => [id, [standard, summer]] as const);
  }),
);
