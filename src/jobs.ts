export { beforeUninstall } from './forge/before-uninstall';
export { escalate } from './forge/consumers/escalate';
export { takeIn } from './forge/consumers/take-in';
export { slaTick } from './forge/schedules/sla-tick';
