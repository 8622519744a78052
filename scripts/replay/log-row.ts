import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { XzReadableStream } from 'xz-decompress';

/** A row of the event log: an incident after an update. Columns that nothing here reads are left out. */
export interface LogRow {
  /** Line of the file, the heading being line 1. */
  readonly line: number;
  readonly number: string;
  readonly state: string;
  readonly modCount: number;
  readonly madeSla: boolean;
  readonly caller: string | undefined;
  readonly openedAt: number;
  readonly updatedBy: string;
  readonly updatedAt: number;
  readonly category: string | undefined;
  readonly impact: number;
  readonly urgency: number;
  readonly priority: number;
  readonly group: string | undefined;
  readonly assignee: string | undefined;
}

/** Reads a log as the UCI repository publishes it (no. 498), packed with xz or not. */
export async function readLog(file: string): Promise<readonly LogRow[]> {
  const bytes = createReadStream(file);
  const text = file.endsWith('.xz')
    ? Readable.fromWeb(new XzReadableStream(Readable.toWeb(bytes) as never) as never)
    : bytes;
  const rows: LogRow[] = [];
  for await (const record of text.pipe(parse({ columns: true, info: true, encoding: 'latin1' })))
    rows.push(rowOf(record.record, record.info.lines));
  return rows;
}

type Columns = Readonly<Record<string, string>>;

function rowOf(columns: Columns, line: number): LogRow {
  const text = (name: string): string | undefined => {
    const value = columns[name]?.trim();
    return value && value !== '?' ? value : undefined;
  };
  return {
    line,
    number: columns.number ?? '',
    state: columns.incident_state ?? '',
    modCount: Number(columns.sys_mod_count),
    madeSla: columns.made_sla === 'true',
    caller: text('caller_id'),
    openedAt: wallTime(columns.opened_at),
    updatedBy: text('sys_updated_by') ?? 'Updated by nobody',
    updatedAt: wallTime(columns.sys_updated_at),
    category: text('category'),
    impact: level(columns.impact),
    urgency: level(columns.urgency),
    priority: level(columns.priority),
    group: text('assignment_group'),
    assignee: text('assigned_to'),
  };
}

/** `29/2/2016 01:16` without a zone, read as UTC. */
function wallTime(text = ''): number {
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = text.split(/[/ :]/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** The number that `2 - Medium` begins with. */
const level = (text = ''): number => Number.parseInt(text, 10);
