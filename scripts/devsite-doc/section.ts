/** A part of the page: a heading, some words, and tables or lists as Markdown. */
export interface Section {
  readonly title: string;
  readonly text: string;
  readonly tables: readonly Table[];
}

export interface Table {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `pageByDefault` as `page by default`. */
export const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const tableText = ({ title, columns, rows }: Table): string =>
  [...(title ? [`### ${title}`, ''] : []), line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');

/** The section as Markdown. */
export const sectionText = ({ title, text, tables }: Section): string =>
  [`## ${title}`, text.trim(), ...tables.map(tableText)].join('\n\n');
