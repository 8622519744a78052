import type { Output } from '../rpc/rpc';

type Intake = Pick<Output<'intakeProgress'>, 'done' | 'of' | 'rate'>;

const number = (value: number): string => value.toLocaleString('en-GB');

/** From 0 to 1; undefined while Jira has not said how many there are. */
export const shareDone = ({ done, of }: Intake): number | undefined => {
  if (of === undefined) return undefined;
  return of > done ? done / of : 1;
};

/** How far the incidents that were open before are looked at, while the job runs. */
export function lookedAt(intake: Intake): string {
  const { done, of, rate } = intake;
  if (shareDone(intake) === 1) return `${done === 0 ? 'None found' : `${number(done)} looked at`}, about to end`;
  return `${number(done)}${of === undefined ? '' : ` of ${number(of)}`} looked at, ${number(rate)} an hour`;
}
