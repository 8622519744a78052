import fc from 'fast-check';
import { aJira } from '../builders/a-jira';

/** What a comparison says of an issue; undefined where the field is empty. */
type Says = boolean | undefined;

interface Parcel {
  readonly summary: string;
  readonly assignee: string | undefined;
  readonly colour: string | undefined;
  readonly price: number | undefined;
  readonly labels: readonly string[];
  readonly weight: number | undefined;
}

type Clause =
  | { readonly jql: string; readonly says: (parcel: Parcel) => Says }
  | { readonly all: readonly Clause[] }
  | { readonly any: readonly Clause[] }
  | { readonly not: Clause };

const ofValue = <Value>(value: Value | undefined, test: (value: Value) => boolean): Says =>
  value === undefined ? undefined : test(value);

const comparisons: readonly { readonly jql: string; readonly says: (parcel: Parcel) => Says }[] = [
  { jql: 'assignee = ada', says: ({ assignee }) => ofValue(assignee, (each) => each === 'ada') },
  { jql: 'assignee not in (ada)', says: ({ assignee }) => ofValue(assignee, (each) => each !== 'ada') },
  { jql: 'assignee is EMPTY', says: ({ assignee }) => assignee === undefined },
  { jql: 'assignee in (bob, EMPTY)', says: ({ assignee }) => assignee === undefined || assignee === 'bob' },
  { jql: 'Colour != Red', says: ({ colour }) => ofValue(colour, (each) => each !== 'Red') },
  { jql: 'Colour is not EMPTY', says: ({ colour }) => colour !== undefined },
  { jql: 'Price > 2', says: ({ price }) => ofValue(price, (each) => each > 2) },
  { jql: 'cf[10051] <= 1', says: ({ price }) => ofValue(price, (each) => each <= 1) },
  {
    jql: 'labels = x',
    says: ({ labels }) => ofValue(labels.length > 0 ? labels : undefined, (each) => each.includes('x')),
  },
  { jql: 'labels is EMPTY', says: ({ labels }) => labels.length === 0 },
  { jql: 'parcelWeight >= 2', says: ({ weight }) => ofValue(weight, (each) => each >= 2) },
  { jql: 'summary ~ "one"', says: ({ summary }) => summary.split(' ').includes('one') },
];

const clauses = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...comparisons),
    fc.array(tie('clause'), { minLength: 2, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('clause'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
    tie('clause').map((not) => ({ not })),
  ),
})).clause;

function jqlOf(clause: Clause): string {
  if ('jql' in clause) return clause.jql;
  if ('not' in clause) return `NOT (${jqlOf(clause.not)})`;
  if ('all' in clause) return `(${clause.all.map(jqlOf).join(' AND ')})`;
  return `(${clause.any.map(jqlOf).join(' OR ')})`;
}

/** The three-valued logic of a database: unknown unless the rest decides. */
function says(clause: Clause, parcel: Parcel): Says {
  if ('jql' in clause) return clause.says(parcel);
  if ('not' in clause) return ofValue(says(clause.not, parcel), (each) => !each);
  const deciding = 'any' in clause;
  const each = ('any' in clause ? clause.any : clause.all).map((inner) => says(inner, parcel));
  if (each.includes(deciding)) return deciding;
  return each.includes(undefined) ? undefined : !deciding;
}

const priced = [undefined, 0, 1, 2, 3];
const parcels: readonly Parcel[] = ['ada', 'bob', undefined].flatMap((assignee, one) =>
  ['Red', 'Green', undefined].flatMap((colour, two) =>
    [[], ['x'], ['x', 'y'], ['y']].map((labels, three) => ({
      summary: `parcel ${['one', 'two', 'one two'][(one + three) % 3]} of ${one}${two}${three}`,
      labels,
      assignee,
      colour,
      price: priced[(one + two + three) % 5],
      weight: priced[(one * 2 + three) % 5],
    })),
  ),
);

test('a query finds the issues that its comparisons, taken together, are true of', () => {
  const site = aJira();
  const ada = site.jira.as('ada');
  for (const { summary, assignee, colour, price, labels, weight } of parcels) {
    const fields = {
      project: { key: 'POST' },
      issuetype: { name: 'Parcel' },
      summary,
      labels,
      assignee: assignee === undefined ? null : { accountId: assignee },
      customfield_10050: colour === undefined ? null : { value: colour },
      customfield_10051: price ?? null,
    };
    const { key } = ada.post('/rest/api/3/issue', { fields });
    if (weight !== undefined) ada.put(`/rest/api/3/issue/${key}/properties/parcel`, { weight });
  }
  site.now += 60_000;
  fc.assert(
    fc.property(clauses, (clause) => {
      const ask = { jql: `${jqlOf(clause)} ORDER BY key`, fields: ['summary'], maxResults: 100 };
      const { issues } = ada.post('/rest/api/3/search/jql', ask);
      const expected = parcels.filter((parcel) => says(clause, parcel)).map(({ summary }) => summary);
      expect(issues.map((issue: { fields: Parcel }) => issue.fields.summary)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
