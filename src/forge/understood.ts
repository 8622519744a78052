import * as v from 'valibot';
import { warn } from './log';

/**
 * What an event says by its shape. One of another shape is told of in the log by its place, never by what it holds, and
 * passed over: the same event would come no other way a second time, and what it told of is found by the hourly repair.
 */
export function understood<Shape extends v.GenericSchema>(
  shape: Shape,
  event: unknown,
): v.InferOutput<Shape> | undefined {
  const read = v.safeParse(shape, event);
  if (read.success) return read.output;
  const [issue] = read.issues;
  warn(`An event is not understood at ${v.getDotPath(issue) ?? 'its root'}: ${issue.type} of ${issue.expected}`);
  return undefined;
}
