import type { Instant } from '@fettle/kernel/time';
import type { Escalations } from '@fettle/sla/domain/escalation';
import type { Names } from '@fettle/sla/domain/names';
import { thresholdKey } from '@fettle/sla/domain/thresholds';
import { Notice } from '../ui/notice';
import type { Level } from './level';
import { texts } from './texts';

interface DoubtfulMailsProps {
  readonly issueId: string;
  readonly levels: readonly Level[];
  readonly escalations: Escalations;
  readonly names: Names;
}

/** Says of which mails it is not known whether they went out. */
export function DoubtfulMails(props: DoubtfulMailsProps) {
  const sentences = doubtful(props);
  if (sentences.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.doubtfulTitle}>
      {sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </Notice>
  );
}

function doubtful({ issueId, levels, escalations, names }: DoubtfulMailsProps): readonly string[] {
  return levels.flatMap(({ definition, clock: { cycles } }) =>
    cycles.flatMap(({ number }) =>
      definition.thresholds.flatMap(({ level, actions }) =>
        actions.flatMap((action, place) => {
          const step = escalations[`${thresholdKey(issueId, definition.id, number, level)}/${place}`];
          if (step?.state !== 'doubtful' || action.kind !== 'mail') return [];
          const when = names.when(step.at as Instant);
          return texts.doubtful(texts.recipients[action.to], definition.name, texts.level(level), when);
        }),
      ),
    ),
  );
}
