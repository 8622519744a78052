import { overrideContract } from '../incident/contract';
import { serviceLevelCalls } from '../journeys/explain-incident';
import { overrideCalls } from '../journeys/override-priority';
import { serviceLevelContract } from '../sla/contract';
import { serve } from './serve';
import { following } from './world';

/** Answers the pages that stand beside issues, projects and dashboards. */
export const calls = serve(
  { ...serviceLevelContract, ...overrideContract },
  { ...serviceLevelCalls, ...overrideCalls(following) },
);
