import { carryOut } from '@fettle/journeys/carry-out-plan';
import { allow } from '@fettle/kernel/result';
import { type Instant, minutes } from '@fettle/kernel/time';
import type { Choices } from '@fettle/set-up/domain/choices';
import type { SiteReading } from '@fettle/set-up/domain/reading';
import type { Step } from '@fettle/set-up/domain/step';
import type { SiteAdmin } from '@fettle/set-up/ports';
import { anEmptySite } from '../../builders/a-site-reading';

const noChoices: Choices = { items: {}, levels: {} };

/** A site that takes every write and shows what `shows` makes of it. */
function aSite(shows: (before: SiteReading, step: Step) => SiteReading) {
  const taken: Step['do'][] = [];
  const admin: SiteAdmin = {
    read: async () => anEmptySite(),
    readAgain: async (before, step) => shows(before, step),
    carryOut: async (step) => {
      taken.push(step.do);
      return allow(null);
    },
    uses: async () => 0,
    remove: async () => allow(null),
  };
  return { admin, taken };
}

const at = (minute: number) => minutes(minute) as number as Instant;

test('a write that the site does not show is made once, and said to be stuck', async () => {
  const { admin, taken } = aSite((before) => before);
  const { applied } = await carryOut(admin, { began: at(0), reading: anEmptySite(), choices: noChoices }, () => at(0));
  expect(taken).toEqual(['create-issue-type']);
  expect(applied.stuck).toEqual([{ stage: 'type:incident', for: 'jira' }]);
});

test('a call whose reading took longer than it has still makes a write', async () => {
  let minute = 0;
  const { admin, taken } = aSite((before, step) => ({
    ...before,
    issueTypes: [
      ...before.issueTypes,
      ...(step.do === 'create-issue-type' ? [{ ...step, id: step.name, isSubtask: false, projectId: undefined }] : []),
    ],
  }));
  const now = () => {
    minute += 1;
    return at(minute);
  };
  const { applied } = await carryOut(admin, { began: at(0), reading: anEmptySite(), choices: noChoices }, now);
  expect(taken).toHaveLength(1);
  expect(applied.stuck).toBeUndefined();
});
