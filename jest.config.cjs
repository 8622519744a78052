const { availableParallelism } = require('node:os');

const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

/** `unit` needs nothing, `site` the built app on a site, `browser` the site's pages in a real browser. */
const project = (name) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform: swc,
  moduleNameMapper: { '^@fettle/(.*)$': '<rootDir>/src/$1' },
  transformIgnorePatterns: ['/node_modules/(?!(@hono|hono|csv-parse)/)'],
  testEnvironment: 'node',
});

module.exports = {
  projects: [project('unit'), project('site'), project('browser')],
  // On two cores jest would use one by itself.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A worker whose heap has grown so large is replaced before its next file.
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/tools/jest/count-line.cjs'],
};
