import { serviceLevelCalls } from '../journeys/explain-incident';
import { serviceLevelContract } from '../sla/contract';
import { serve } from './serve';

/** Answers the pages that stand beside issues, projects and dashboards. */
export const calls = serve(serviceLevelContract, serviceLevelCalls);
