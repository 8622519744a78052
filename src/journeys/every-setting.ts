import type { Setting } from '../kernel/setting';
import { sweptSetting } from '../sla/sweep';
import { configurationSetting } from './configuration';
import { intakeSetting } from './intake';
import { leadsSetting } from './project-lead';
import { recountSetting } from './recount';
import { repairedSetting } from './repair-incidents';
import { reportedSetting } from './report-people';
import { unmendedSetting } from './unmended';
import { projectsSetting } from './watch-projects';

/** Every setting the app keeps. */
export const everySetting = [
  configurationSetting,
  intakeSetting,
  leadsSetting,
  projectsSetting,
  recountSetting,
  repairedSetting,
  reportedSetting,
  sweptSetting,
  unmendedSetting,
] as unknown as readonly Setting<unknown>[];
