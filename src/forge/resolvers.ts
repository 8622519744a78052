import { incidentContract } from '../incident/contract';
import { serviceLevelCalls } from '../journeys/explain-incident';
import { incidentSettingCalls } from '../journeys/incident-settings';
import { serviceLevelContract } from '../sla/contract';
import { serve } from './serve';

/** Answers every page of the app. */
export const calls = serve(
  { ...serviceLevelContract, ...incidentContract },
  { ...serviceLevelCalls, ...incidentSettingCalls },
);
