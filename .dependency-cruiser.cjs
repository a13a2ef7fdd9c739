/** Import rules of the layout; checked by `npm test`. */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'domain imports only domain',
      severity: 'error',
      from: { path: '^src/domain' },
      to: { pathNot: '^src/domain' },
    },
    {
      name: 'app-knows-domain-and-ports',
      severity: 'error',
      from: { path: '^src/app' },
      to: { pathNot: '^src/(app|domain)' },
    },
    {
      name: 'google-implements-ports',
      severity: 'error',
      from: { path: '^src/google' },
      to: { pathNot: '^src/(google|app|domain)' },
    },
    {
      name: 'main-wires',
      severity: 'error',
      from: { path: '^src/(main|edit).ts' },
      to: { pathNot: '^src/(google|app|edit.ts)' },
    },
    {
      name: 'ui-imports-types-only',
      severity: 'error',
      from: { path: '^src/ui' },
      to: { pathNot: '^src/ui', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'local-runs-the-bundle',
      comment: 'the local host never imports app or google',
      severity: 'error',
      from: { path: '^src/local' },
      to: { path: '^src/(app|google|ui|main|edit)' },
    },
    {
      name: 'page-imports-types-only',
      comment: 'the page runs in a browser: it knows the server by its protocol',
      severity: 'error',
      from: { path: '^src/local/page/client' },
      to: {
        // docx-preview is not resolved by the tool: its package names only an ES module.
        pathNot: '^(src/local/page/client|node_modules|docx-preview$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  },
};
