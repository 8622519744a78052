import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { ExportedRow } from '../src/audit/domain/exported-row';
import { type Verdict, verifyExport } from '../src/audit/domain/verify-export';
import { readArgs } from './read-args';

const usage = `npm run audit:verify -- FILE [--anchor HASH]

FILE      an export as the Set-up page saves it
--anchor  the hash of an anchor noted earlier, which the export must still hold`;

/** Says whether the audit entries of an export are what was written, and where they are not. */
function main(): void {
  const { values, positionals } = readArgs({ options: { anchor: { type: 'string' } }, allowPositionals: true }, usage);
  const [file, second] = positionals;
  const rows = file && !second ? rowsOf(file) : usage;
  if (typeof rows === 'string') fail([rows]);
  else tell(verifyExport(rows), values.anchor);
}

const Rows = v.pipe(
  v.array(
    v.object({
      part: v.string(),
      key: v.string(),
      value: v.unknown(),
      subject: v.optional(v.string()),
      trail: v.optional(v.string()),
    }),
  ),
  v.minLength(1),
);

/** The rows of an export, or in a sentence why the file is none. */
function rowsOf(file: string): readonly ExportedRow[] | string {
  try {
    const read = v.safeParse(Rows, JSON.parse(readFileSync(file, 'utf8')));
    return read.success
      ? read.output
      : `${file} is not an export of Fettle: that is a list of rows with a part and a key.`;
  } catch (error) {
    return `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function tell(verdict: Verdict, anchor: string | undefined): void {
  for (const line of counts(verdict)) console.log(line);
  for (const { says } of verdict.remarks) console.log(`Note: ${says}`);
  const wrong = [...verdict.findings.map(({ says }) => says), ...lostAnchor(verdict, anchor)];
  const unproved = verdict.remarks.length;
  if (wrong.length === 0 && unproved)
    console.log(`Nothing is wrong that can be proved; the words of ${unproved} cannot.`);
  else if (wrong.length === 0) console.log('Nothing is wrong.');
  else fail([wrong.length === 1 ? 'One thing is wrong:' : `${wrong.length} things are wrong:`, ...wrong]);
}

function counts({ entries, chains, records, gone, anchors }: Verdict): readonly string[] {
  const last = anchors.at(-1);
  return [
    `Entries: ${entries} in ${chains} ${chains === 1 ? 'chain' : 'chains'}. Anchors: ${anchors.length}.`,
    `Records that know where their chain ends: ${records}.`,
    ...(gone ? [`Chains of issues that were deleted: ${gone}.`] : []),
    ...(last ? [`The last anchor, up to ${last.anchor.to}: ${last.hash}`] : ['No anchor was made yet.']),
  ];
}

const lostAnchor = ({ anchors }: Verdict, hash: string | undefined): readonly string[] =>
  hash === undefined || anchors.some((anchor) => anchor.hash === hash) ? [] : [`No anchor has the hash ${hash}.`];

function fail(lines: readonly string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

main();
