import type { Json } from '../json';

/** https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ (2026-11) */
const nodes = new Set(
  `blockCard blockquote bodiedExtension bulletList codeBlock date decisionItem decisionList embedCard emoji expand
  extension hardBreak heading inlineCard inlineExtension layoutColumn layoutSection listItem media mediaGroup
  mediaInline mediaSingle mention multiBodiedExtension nestedExpand orderedList panel paragraph placeholder rule status
  table tableCell tableHeader tableRow taskItem taskList text`.split(/\s+/),
);

/** Chosen here: more than an editor can make. */
const MOST_LEVELS = 50;

const isNode = (node: Json, level: number): boolean =>
  level <= MOST_LEVELS &&
  typeof node === 'object' &&
  node !== null &&
  nodes.has(node.type) &&
  (node.type !== 'text' || (typeof node.text === 'string' && node.text !== '')) &&
  (node.content === undefined || areNodes(node.content, level + 1));

const areNodes = (content: Json, level: number): boolean =>
  Array.isArray(content) && content.every((node) => isNode(node, level));

/** Whether it is a document in Atlassian Document Format, as far as its nodes' names and nesting tell. */
export const isDocument = (value: Json): boolean =>
  value?.type === 'doc' && value.version === 1 && areNodes(value.content, 1);

const blocks = new Set(['paragraph', 'heading', 'codeBlock', 'listItem', 'tableRow', 'rule', 'blockquote']);

const textOf = (value: Json): string => (typeof value === 'string' ? value : '');

const inline: Readonly<Record<string, (node: Json) => string>> = {
  text: (node) => node.text,
  hardBreak: () => '\n',
  mention: ({ attrs }) => textOf(attrs?.text),
  emoji: ({ attrs }) => textOf(attrs?.text ?? attrs?.shortName),
  inlineCard: ({ attrs }) => textOf(attrs?.url),
  status: ({ attrs }) => textOf(attrs?.text),
};

function written(node: Json): string {
  const text = inline[node.type]?.(node) ?? (node.content ?? []).map(written).join('');
  return blocks.has(node.type) && !text.endsWith('\n') ? `${text}\n` : text;
}

/** The document's text, a line a block. */
export const plainText = (document: Json): string => written(document).trimEnd();

const MOST_CHARACTERS = 32_767;

/** Why a document's text cannot be kept, in Jira's words; undefined when it can. */
export function unfitText(document: Json): string | undefined {
  const text = plainText(document);
  if (text.includes('\0')) return NUL_REFUSED;
  return text.length > MOST_CHARACTERS
    ? 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.'
    : undefined;
}

/** The database would cut a text off there. */
export const NUL_REFUSED = 'The entered text contains a NUL character.';
