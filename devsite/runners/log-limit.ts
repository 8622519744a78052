import { chosen } from '../platform/chosen';
import type { Invocation, LogLine } from './runner';

/** https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05) */
export const logLimits = { linesPerMinute: 100, bytes: 200 * 1024 };

/** The lines of an invocation, as many as the platform keeps. */
export function openLogs({ timeoutSeconds }: Pick<Invocation, 'timeoutSeconds'>) {
  const lines: LogLine[] = [];
  const most = logLimits.linesPerMinute * Math.ceil(timeoutSeconds / 60);
  let bytes = 0;
  return {
    lines,
    add(line: LogLine): void {
      bytes += Buffer.byteLength(line.text);
      const fits = lines.length < most && bytes <= logLimits.bytes;
      if (fits || !chosen.dropsLogsBeyond) lines.push(line);
    },
  };
}
