import { Fragment, type ReactNode } from 'react';
import { type DocumentNode, isDocument } from './document';

/** Draws a document; a text without form is drawn as it is. */
export function DocumentView({ value }: { readonly value: unknown }) {
  if (!isDocument(value)) return <p>{typeof value === 'string' ? value : ''}</p>;
  return <>{childrenOf(value)}</>;
}

const childrenOf = ({ content = [] }: DocumentNode): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: nodes have no other name
  content.map((node, place) => <Fragment key={place}>{drawn(node)}</Fragment>);

const blocks: Readonly<Record<string, (node: DocumentNode) => ReactNode>> = {
  paragraph: (node) => <p>{childrenOf(node)}</p>,
  heading: (node) => <h3>{childrenOf(node)}</h3>,
  bulletList: (node) => <ul>{childrenOf(node)}</ul>,
  orderedList: (node) => <ol>{childrenOf(node)}</ol>,
  listItem: (node) => <li>{childrenOf(node)}</li>,
  blockquote: (node) => <blockquote>{childrenOf(node)}</blockquote>,
  codeBlock: (node) => (
    <pre>
      <code>{childrenOf(node)}</code>
    </pre>
  ),
  rule: () => <hr />,
  hardBreak: () => <br />,
  text: ({ text, marks = [] }) => marks.reduce<ReactNode>(marked, text),
  mention: ({ attrs }) => <strong>{String(attrs?.text ?? '@somebody')}</strong>,
};

const drawn = (node: DocumentNode): ReactNode => blocks[node.type]?.(node) ?? childrenOf(node);

function marked(
  inner: ReactNode,
  { type, attrs }: { type: string; attrs?: Readonly<Record<string, unknown>> },
): ReactNode {
  if (type === 'strong') return <strong>{inner}</strong>;
  if (type === 'em') return <em>{inner}</em>;
  if (type === 'code') return <code>{inner}</code>;
  if (type === 'strike') return <s>{inner}</s>;
  if (type === 'link') return <a href={safe(String(attrs?.href ?? ''))}>{inner}</a>;
  return inner;
}

const safe = (address: string): string => (/^(https?:|mailto:|\/)/.test(address) ? address : '#');
