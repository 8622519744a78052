import type { AppReading } from './app-reading';
import { countFaults } from './count-faults';
import { entityFaults } from './entity-faults';
import { eventFaults } from './event-faults';
import type { Fault } from './fault';
import { functionFaults } from './function-faults';
import { importFaults } from './import-faults';
import { pageFaults } from './page-faults';
import { propertyFaults } from './property-faults';
import { shapeFaults } from './shape-faults';

const judges = [importFaults, eventFaults, countFaults, entityFaults, functionFaults, pageFaults, propertyFaults];

/** What a deploy would refuse, or what would fail after it, and Atlassian's linters say nothing of. */
export function manifestFaults(app: AppReading): readonly Fault[] {
  const misshapen = shapeFaults(app.manifest);
  return misshapen.length > 0 ? misshapen : judges.flatMap((faults) => faults(app));
}
