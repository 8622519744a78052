import { jira } from '../ui/ask';
import { type Completion, takesList } from './jql-completion';
import { plain } from './jql-tokens';

interface FieldName {
  readonly value: string;
  readonly displayName: string;
  readonly cfid?: string;
  readonly auto?: string;
  readonly orderable: string;
  readonly operators: readonly string[];
  readonly types: readonly string[];
}

interface FunctionName {
  readonly value: string;
  readonly displayName: string;
  readonly isList?: string;
  readonly types: readonly string[];
}

/** What queries can be made of. */
export interface JqlReference {
  readonly visibleFieldNames: readonly FieldName[];
  readonly visibleFunctionNames: readonly FunctionName[];
}

/** One way to go on: what is shown, and what is written. */
export interface Suggestion {
  readonly label: string;
  readonly text: string;
}

const MOST = 12;

export const jqlReference = (): Promise<JqlReference> => jira<JqlReference>('GET', '/jql/autocompletedata');

const word = (text: string): Suggestion => ({ label: text, text: `${text} ` });

function matching(all: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const part = typed.toLowerCase();
  const starting = all.filter(({ label }) => label.toLowerCase().startsWith(part));
  const holding = all.filter(
    ({ label }) => label.toLowerCase().includes(part) && !starting.some((s) => s.label === label),
  );
  return [...starting, ...holding].slice(0, MOST);
}

const asField = ({ value, displayName }: FieldName): Suggestion => ({ label: displayName, text: `${value} ` });

function fieldNamed({ visibleFieldNames }: JqlReference, name: string): FieldName | undefined {
  const wanted = name.toLowerCase();
  return visibleFieldNames.find(({ value, cfid, displayName }) =>
    [plain(value), cfid, displayName.split(' - ')[0]].some((known) => known?.toLowerCase() === wanted),
  );
}

function functionsFor(
  { visibleFunctionNames }: JqlReference,
  field: FieldName,
  isList: boolean,
): readonly Suggestion[] {
  return visibleFunctionNames
    .filter(
      ({ types, isList: list }) => types.some((type) => field.types.includes(type)) && (list === 'true') === isList,
    )
    .map(({ value, displayName }) => ({ label: displayName, text: `${value} ` }));
}

interface Suggested {
  readonly results: readonly { readonly value: string; readonly displayName: string }[];
}

async function valuesOf(field: FieldName, typed: string): Promise<readonly Suggestion[]> {
  if (field.auto !== 'true') return [];
  const query = new URLSearchParams({ fieldName: field.cfid ?? plain(field.value), fieldValue: typed });
  const { results } = await jira<Suggested>('GET', `/jql/autocompletedata/suggestions?${query}`);
  return results.map(({ value, displayName }) => ({ label: textOfHtml(displayName), text: value }));
}

/** The text of what Jira offers as HTML; a document that is not shown runs and loads nothing. */
const textOfHtml = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';

async function valuesFor(reference: JqlReference, at: Completion): Promise<readonly Suggestion[]> {
  const field = fieldNamed(reference, at.field);
  if (!field) return [];
  if (/^is/.test(at.operator)) return matching([word('EMPTY')], at.typed);
  const isList = takesList(at);
  const values = await valuesOf(field, at.typed);
  const written = values.map(({ label, text }) => {
    if (isList && !at.isInList) return { label, text: `(${text}) ` };
    return { label, text: at.isInList ? text : `${text} ` };
  });
  return [...written, ...matching(functionsFor(reference, field, isList && !at.isInList), at.typed)].slice(0, MOST);
}

const byExpected: Readonly<
  Record<Completion['expects'], (reference: JqlReference, at: Completion) => Promise<readonly Suggestion[]>>
> = {
  field: async ({ visibleFieldNames }, { typed }) => matching(visibleFieldNames.map(asField), typed),
  operator: async (reference, { field, typed }) =>
    matching((fieldNamed(reference, field)?.operators ?? []).map(word), typed),
  value: valuesFor,
  join: async (_reference, { typed }) => matching(['AND', 'OR', 'ORDER BY'].map(word), typed),
  orderField: async ({ visibleFieldNames }, { typed }) =>
    matching(visibleFieldNames.filter(({ orderable }) => orderable === 'true').map(asField), typed),
  direction: async (_reference, { typed }) => matching(['ASC', 'DESC'].map(word), typed),
};

/** How a query may go on. */
export const suggestionsFor = (reference: JqlReference, at: Completion): Promise<readonly Suggestion[]> =>
  byExpected[at.expects](reference, at);
