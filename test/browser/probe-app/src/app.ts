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

resolver.define('whereabouts', ({ context }) => context.extension);

export const answer = resolver.getDefinitions();

interface Viewed {
  readonly extension: { readonly issue: { readonly key: string } };
}

/** Fails on one issue, so that its declared status stays. */
export const state = ({ extension: { issue, ...others } }: Viewed) => {
  if (issue.key === 'OPS-9') throw new Error('It broke on purpose');
  const label = `${issue.key} ${Object.keys(others).sort().join(' ')}`;
  return { status: { type: 'lozenge', value: { label, type: 'moved' } } };
};
