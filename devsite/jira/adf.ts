import type { Json } from './json';

/** https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ (2026-11) */
const nodes = new Set(
  `blockCard blockquote bodiedExtension bulletList codeBlock date decisionItem decisionList embedCard emoji expand
  extension hardBreak heading inlineCard inlineExtension layoutColumn layoutSection listItem media mediaGroup
  mediaInline mediaSingle mention multiBodiedExtension nestedExpand orderedList panel paragraph placeholder rule status
  table tableCell tableHeader tableRow taskItem taskList text`.split(/\s+/),
);

const isNode = (node: Json): boolean =>
  typeof node === 'object' &&
  node !== null &&
  nodes.has(node.type) &&
  (node.type !== 'text' || (typeof node.text === 'string' && node.text !== '')) &&
  (node.content === undefined || areNodes(node.content));

const areNodes = (content: Json): boolean => Array.isArray(content) && content.every(isNode);

/** Whether it is a document in Atlassian Document Format, as far as its nodes' names and nesting tell. */
export const isDocument = (value: Json): boolean =>
  value?.type === 'doc' && value.version === 1 && areNodes(value.content);

const blocks = new Set(['paragraph', 'heading', 'codeBlock', 'listItem', 'tableRow', 'rule', 'blockquote']);

const inline: Readonly<Record<string, (node: Json) => string>> = {
  text: (node) => node.text,
  hardBreak: () => '\n',
  mention: (node) => node.attrs?.text ?? '',
  emoji: (node) => node.attrs?.text ?? node.attrs?.shortName ?? '',
  inlineCard: (node) => node.attrs?.url ?? '',
  status: (node) => node.attrs?.text ?? '',
};

function written(node: Json): string {
  const text = inline[node.type]?.(node) ?? (node.content ?? []).map(written).join('');
  return blocks.has(node.type) && !text.endsWith('\n') ? `${text}\n` : text;
}

/** The document's text, a line a block. */
export const plainText = (document: Json): string => written(document).trimEnd();
