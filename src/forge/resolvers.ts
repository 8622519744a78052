import { serviceLevelCalls } from '../journeys/explain-incident';
import { serviceLevelContract } from '../sla/contract';
import { serve } from './serve';

/** Answers the issue panel. */
export const serviceLevels = serve(serviceLevelContract, serviceLevelCalls);
