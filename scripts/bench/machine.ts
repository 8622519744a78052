import { availableParallelism, cpus, loadavg } from 'node:os';
import type { BenchRow } from './bench-row';

/** Where the figures were measured, and what else it was doing: the load of the last minute. */
export function machineRow(): BenchRow {
  const cores = availableParallelism();
  const against = `${cores} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  return { name: 'machine', value: Number((loadavg()[0] ?? 0).toFixed(2)), unit: 'load', against, ok: true };
}
