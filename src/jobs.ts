export { beforeUninstall } from './forge/before-uninstall';
export { escalate } from './forge/consumers/escalate';
export { takeIn } from './forge/consumers/take-in';
export { hourly } from './forge/schedules/hourly';
export { slaTick } from './forge/schedules/sla-tick';
export { onInstalled } from './forge/triggers/on-installed';
