import { jira } from '../ui/ask';

/** The most issues that Jira edits at once. */
export const MOST_ISSUES = 1_000;

interface FieldOption {
  readonly id: string;
  readonly priority?: string;
  readonly value?: string;
}

/** A field that can be set in all of the issues at once. */
export interface BulkField {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly fieldOptions?: readonly FieldOption[];
}

/** What is to be changed: the issues, and the fields of which one value can be chosen. */
export interface BulkChoice {
  readonly ids: readonly string[];
  /** Whether the query finds more than can be edited at once. */
  readonly isCut: boolean;
  readonly fields: readonly BulkField[];
}

interface FieldPage {
  readonly fields: readonly BulkField[];
  readonly startingAfter?: string;
}

async function fieldsOf(ids: readonly string[], after?: string): Promise<readonly BulkField[]> {
  const query = new URLSearchParams({
    issueIdsOrKeys: ids.join(),
    ...(after !== undefined && { startingAfter: after }),
  });
  const { fields, startingAfter } = await jira<FieldPage>('GET', `/bulk/issues/fields?${query}`);
  return startingAfter === undefined ? fields : [...fields, ...(await fieldsOf(ids, startingAfter))];
}

const single = /:(select|radiobuttons)$/;

const isOneOfSeveral = ({ id, type, fieldOptions = [] }: BulkField): boolean =>
  fieldOptions.length > 0 && (id === 'priority' || single.test(type));

interface Ids {
  readonly issues: readonly { readonly id: string }[];
  readonly nextPageToken?: string;
}

/** Everything that the query finds, as far as it can be edited at once. */
export async function bulkChoice(jql: string): Promise<BulkChoice> {
  const { issues, nextPageToken } = await jira<Ids>('POST', '/search/jql', {
    jql,
    fields: ['id'],
    maxResults: MOST_ISSUES,
  });
  const ids = issues.map(({ id }) => id);
  const fields = ids.length === 0 ? [] : await fieldsOf(ids);
  return { ids, isCut: nextPageToken !== undefined, fields: fields.filter(isOneOfSeveral) };
}

export const optionName = ({ priority, value }: FieldOption): string => priority ?? value ?? '';

/** Sets one field in all of the issues; answers the id of the task that does it. */
export async function editTogether(ids: readonly string[], { id }: BulkField, optionId: string): Promise<string> {
  const input =
    id === 'priority'
      ? { priority: { priorityId: optionId } }
      : { singleSelectFields: [{ fieldId: id, option: { optionId: Number(optionId) } }] };
  const { taskId } = await jira<{ taskId: string }>('POST', '/bulk/issues/fields', {
    selectedIssueIdsOrKeys: ids,
    selectedActions: [id],
    editedFieldsInput: input,
    sendBulkNotification: true,
  });
  return taskId;
}

interface Held {
  readonly permissions: Readonly<Record<string, { readonly havePermission: boolean }>>;
}

export const mayBulkChange = async (): Promise<boolean> =>
  (await jira<Held>('GET', '/mypermissions?permissions=BULK_CHANGE')).permissions.BULK_CHANGE?.havePermission === true;
