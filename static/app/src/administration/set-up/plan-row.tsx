import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { Offer, PlanItem, Verdict } from '@fettle/set-up/domain/plan';
import { Choice } from '../../ui/choice';
import styles from './set-up.module.css';
import { texts } from './texts';

const appearances: Readonly<Record<Verdict, ThemeAppearance>> = {
  create: 'inprogress',
  adopt: 'success',
  leave: 'default',
  made: 'new',
};

interface RowProps {
  readonly item: PlanItem;
  readonly onChoose: (choice: string) => void;
}

/** One thing of the plan, with what else could be chosen. */
export function PlanRow({ item, onChoose }: RowProps) {
  const { name, verdict, target, reason, notes, offers, changes } = item;
  const words = changes ? texts.changing : texts.verdicts;
  return (
    <li className={styles.row}>
      <span className={styles.verdict}>
        <Lozenge appearance={changes ? appearances.create : appearances[verdict]}>{words[verdict]}</Lozenge>
      </span>
      <span className={styles.what}>
        <strong>{name}</strong>{' '}
        {target &&
          target.name !== name &&
          !item.group.endsWith('project') &&
          item.group !== 'projects' &&
          texts.adopts(target.name)}
        <span className={styles.why}>
          {texts.reason(reason)} {notes.map(texts.note).join(' ')}
        </span>
      </span>
      {offers.length > 1 && (
        <Choice
          label={texts.decide(name)}
          isLabelHidden
          value={chosenOf(item)}
          options={offers.map((offer) => ({ value: offer.choice, label: labelOf(offer, item) }))}
          onChange={onChoose}
        />
      )}
    </li>
  );
}

function chosenOf({ verdict, target, offers, group }: PlanItem): string {
  if (verdict === 'leave' || verdict === 'create') return verdict;
  const adopted = `adopt:${target?.id}`;
  const isOffered = offers.some(({ choice }) => choice === adopted);
  return isOffered || group !== 'projects' ? adopted : 'extend';
}

function labelOf({ choice, target, reason }: Offer, { group }: PlanItem): string {
  if (choice === 'create' || choice === 'leave' || choice === 'extend') return texts.choose[choice];
  if (reason.code === 'made-before') return texts.choose.keep(target?.name ?? '');
  return group === 'projects' ? texts.choose.takeIn : texts.choose.adopt(target?.name ?? '');
}
