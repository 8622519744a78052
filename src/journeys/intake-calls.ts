import type { intakeContract } from '../incident/contract';
import { allow } from '../kernel/result';
import { hours, type Instant, instant } from '../kernel/time';
import type { Handlers } from '../rpc/handlers';
import { type Intake, type IntakeQueue, pointsAnHour, readIntake, startIntake } from './intake';
import { recordOrder } from './record-order';

/** The calls about taking in the incidents that were open before. */
export const intakeCalls = (intakeQueue: IntakeQueue): Handlers<typeof intakeContract> => ({
  async intakeProgress(_input, { records, now }) {
    const intake = await readIntake(records);
    return allow(
      intake ? progressOf(intake, now()) : { state: 'none', done: 0, taken: 0, failed: 0, failedIds: [], rate: 0 },
    );
  },

  async startIntake(_input, { records, now, accountId }) {
    await recordOrder({ actor: accountId, action: 'intake.started' }, { records, now });
    return startIntake({ records, now, intakeQueue });
  },
});

function progressOf(intake: Intake, now: Instant) {
  const { state, done, of, taken, failed, startedAt, endedAt, pausedUntil, hour } = intake;
  const isSpent = hour.spent >= pointsAnHour && pausedUntil !== undefined && instant(pausedUntil) > now;
  const took = (endedAt ? instant(endedAt) : now) - instant(startedAt);
  return {
    state: state === 'running' && isSpent ? ('paused' as const) : state,
    done,
    taken,
    failed: Object.keys(failed).length,
    failedIds: Object.keys(failed),
    rate: took > 0 ? Math.round(done / (took / hours(1))) : 0,
    startedAt,
    ...(of !== undefined && { of }),
    ...(endedAt && { endedAt }),
    ...(isSpent && { pausedUntil }),
  };
}
