import { calendarContract } from '../calendar/contract';
import { healthContract } from '../health/contract';
import { incidentContract } from '../incident/contract';
import { calendarCalls } from '../journeys/calendar-calls';
import { definitionCalls } from '../journeys/definition-calls';
import { healthCalls } from '../journeys/health-calls';
import { incidentSettingCalls } from '../journeys/incident-settings';
import { setUpCalls } from '../journeys/set-up-calls';
import { setUpContract } from '../set-up/contract';
import { definitionContract } from '../sla/contract';
import { serve } from './serve';

/** Answers the pages of the administration, which may carry the JQL parser and the world's holidays. */
export const adminCalls = serve(
  { ...setUpContract, ...calendarContract, ...definitionContract, ...healthContract, ...incidentContract },
  { ...setUpCalls, ...calendarCalls, ...definitionCalls, ...healthCalls, ...incidentSettingCalls },
);
