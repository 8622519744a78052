import type { AppReading, Fault } from './app-reading';
import { countFaults } from './count-faults';
import { eventFaults } from './event-faults';
import { functionFaults } from './function-faults';
import { importFaults } from './import-faults';
import { pageFaults } from './page-faults';
import { propertyFaults } from './property-faults';

/** What a deploy would refuse, or what would fail after it, and Atlassian's linters say nothing of. */
export const manifestFaults = (app: AppReading): readonly Fault[] =>
  [importFaults, eventFaults, countFaults, functionFaults, pageFaults, propertyFaults].flatMap((faults) => faults(app));
