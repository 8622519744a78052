import Resolver from '@forge/resolver';

const resolver = new Resolver();

resolver.define('echo', ({ payload, context }) => ({
  payload,
  accountId: context.accountId,
  issue: context.extension.issue.key,
}));

resolver.define('fail', () => {
  throw new Error('It broke on purpose');
});

export const answer = resolver.getDefinitions();
