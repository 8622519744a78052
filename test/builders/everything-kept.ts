import { slotsProperty } from '@fettle/sla/domain/slot-aliases';
import type { Site } from '../../devsite/site';

export interface Kept {
  /** Where it is: a key of the store, a function's run, an issue's property. */
  readonly place: string;
  readonly text: string;
}

/** Every key and value that the app keeps in its storage. */
export const storedTexts = ({ database }: Pick<Site, 'database'>): readonly Kept[] =>
  database
    .sql('SELECT space, key, value FROM kvs_entry WHERE value IS NOT NULL')
    .all<{ space: string; key: string; value: string }>()
    .map(({ space, key, value }) => ({ place: `${space}/${key}`, text: `${key} ${value}` }));

/** Every line that functions logged after one of their runs, and what they died of. */
export const loggedTexts = ({ journal }: Pick<Site, 'journal'>, after = 0): readonly Kept[] =>
  journal.since(after, 100_000).flatMap(({ id, functionKey, logs, error }) =>
    [...logs.map(({ text }) => text), ...(error ? [error] : [])].map((text) => ({
      place: `${functionKey} ${id}`,
      text,
    })),
  );

/** Every property that the app wrote on an issue. */
export const propertyTexts = (
  { jira }: Pick<Site, 'jira'>,
  accountId: string,
  issueIds: readonly string[],
): readonly Kept[] =>
  issueIds.flatMap((id) => {
    const client = jira.as(accountId);
    const { keys } = client.get<{ keys: readonly { key: string }[] }>(`/rest/api/3/issue/${id}/properties`);
    return keys
      .filter(({ key }) => key === slotsProperty || key.startsWith('fettle'))
      .map(({ key }) => ({
        place: `issue ${id}, ${key}`,
        text: JSON.stringify(client.get(`/rest/api/3/issue/${id}/properties/${key}`)),
      }));
  });
