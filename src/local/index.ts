/** The public face of the local host: `build/host.mjs`. */
export { createHost, type Host, type HostOptions, type Project } from './host/host';
