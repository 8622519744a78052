const practices = 'incident|problem|change|request|asset|knowledge|set-up|health';
const capabilities = 'calendar|sla|routing|approval|cmdb';

/** What only what is compiled when a definition is saved may reach: a parser and the holidays of the world. */
const heavy = 'node_modules/(@atlassianlabs/jql-ast|date-holidays)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/(kernel/|[^/]+/domain/)' },
      to: { path: ['node_modules/(?!valibot/)', '^src/(?!kernel/|calendar/|[^/]+/domain/)'] },
    },
    {
      name: 'rules-reach-no-machine',
      comment: 'Files, networks and processes are the affair of the folder that talks to Forge.',
      severity: 'error',
      from: { path: '^src/(?!forge/)' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'only-forge-and-ui-kit-import-forge',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(forge|ui-kit)/' },
      to: { path: 'node_modules/@forge/' },
    },
    {
      name: 'practices-do-not-know-each-other',
      severity: 'error',
      from: { path: `^src/(${practices})/` },
      to: { path: [`^src/(${practices})/`, '^src/(journeys|reports|forge)/'], pathNot: '^src/$1/' },
    },
    {
      name: 'capabilities-do-not-know-practices',
      severity: 'error',
      from: { path: `^src/(${capabilities})/` },
      to: { path: `^src/(${practices}|journeys|reports|forge)/` },
    },
    {
      name: 'the-ground-knows-nothing-above-it',
      severity: 'error',
      from: { path: '^src/(kernel|rpc|access|audit)/' },
      to: { path: `^src/(${capabilities}|${practices}|journeys|reports|forge|ui-kit)/` },
    },
    {
      name: 'journeys-do-not-know-forge',
      severity: 'error',
      from: { path: '^src/(journeys|reports)/' },
      to: { path: '^src/(forge|ui-kit)/' },
    },
    {
      name: 'only-admin-and-hourly-carry-the-heavy-ones',
      comment: 'What is called often starts small; what it needs of a definition is compiled when it is saved.',
      severity: 'error',
      from: { path: '^src/(events|ui|jobs)\\.ts$' },
      to: { path: heavy, reachable: true },
    },
    {
      name: 'hourly-parses-no-jql',
      severity: 'error',
      from: { path: '^src/hourly\\.ts$' },
      to: { path: 'node_modules/@atlassianlabs/jql-ast/', reachable: true },
    },
    {
      name: 'front-end-sees-contracts-only',
      severity: 'error',
      from: { path: '^static/' },
      to: {
        path: '^src/',
        pathNot: '^src/(kernel/|rpc/|calendar/|[^/]+/(contract\\.ts|domain/))',
      },
    },
    {
      name: 'front-end-loads-nothing-heavy',
      severity: 'error',
      from: { path: '^static/app/src/' },
      to: { path: heavy, reachable: true },
    },
    {
      name: 'app-does-not-know-its-dev-site',
      severity: 'error',
      from: { path: '^(src|static)/' },
      to: { path: '^(devsite|test|scripts)/' },
    },
    {
      name: 'dev-site-does-not-know-the-app',
      severity: 'error',
      from: { path: '^devsite/' },
      to: { path: '^(src|static|test|scripts)/' },
    },
    {
      name: 'backend-imports-by-relative-path',
      comment: 'Forge bundles the backend without aliases.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['aliased'] },
    },
    { name: 'every-import-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(static|devsite|test)/.+/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'require', 'default'], exportsFields: ['exports'] },
  },
};
