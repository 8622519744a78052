/** A node of the Atlassian Document Format: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface DocumentNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly DocumentNode[];
}

export const isDocument = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';

/** A document of the paragraphs of a text; empty lines part them. */
export function documentOf(text: string) {
  const content = text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ type: 'paragraph', content: linesOf(paragraph) }));
  return { type: 'doc', version: 1, content };
}

const linesOf = (paragraph: string): DocumentNode[] =>
  paragraph
    .split('\n')
    .flatMap((line, place): DocumentNode[] => [
      ...(place > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ]);

/** The words of a document, as they are typed. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isDocument(value)) return '';
  return (value.content ?? []).map(wordsOf).join('\n\n');
}

function wordsOf({ type, text, attrs, content = [] }: DocumentNode): string {
  if (type === 'hardBreak') return '\n';
  return text ?? (attrs?.text ? String(attrs.text) : content.map(wordsOf).join(type === 'paragraph' ? '' : '\n'));
}
