/** A document in Atlassian Document Format. */
export interface Document {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly Block[];
}

interface Block {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly Block[];
}

/**
 * The document that a text means: blank lines part its blocks, lines that begin with `- ` make a list, indented ones
 * code. https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ (2026-11)
 */
export const documentOf = (text: string): Document => ({
  type: 'doc',
  version: 1,
  content: text.split('\n\n').map(blockOf),
});

function blockOf(block: string): Block {
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('- ')))
    return {
      type: 'bulletList',
      content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line.slice(2))] })),
    };
  if (lines.every((line) => line.startsWith('    ')))
    return { type: 'codeBlock', content: [words(lines.map((line) => line.slice(4)).join('\n'))] };
  return paragraph(block);
}

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [words(text)] });
const words = (text: string): Block => ({ type: 'text', text });
