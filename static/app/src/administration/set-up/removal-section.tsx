import Button from '@atlaskit/button/new';
import type { RemovalOffer } from '@fettle/set-up/contract';
import { useState } from 'react';
import { Loaded } from '../../rpc/loaded';
import { ask } from '../../rpc/rpc';
import { useCall } from '../../rpc/use-call';
import { PageFrame } from '../../ui/page-frame';
import { ExportButton } from './export-button';
import styles from './set-up.module.css';
import { texts } from './texts';

/** What the app made on the site, each to be taken away where nobody uses it, once everything is exported. */
export function RemovalSection({ onRemoved }: { readonly onRemoved: () => void }) {
  const [isShown, setShown] = useState(false);
  const [exports, setExports] = useState(0);
  return (
    <section aria-label={texts.removal.title}>
      <h3 className={styles.group}>{texts.removal.title}</h3>
      <p className={styles.why}>
        {texts.removal.help} {texts.removal.stays}
      </p>
      <p className={styles.actions}>
        <ExportButton onExported={() => setExports(exports + 1)} />
        {!isShown && <Button onClick={() => setShown(true)}>{texts.removal.show}</Button>}
      </p>
      {isShown && <Made key={exports} onRemoved={onRemoved} />}
    </section>
  );
}

function Made({ onRemoved }: { readonly onRemoved: () => void }) {
  const removal = useCall('planRemoval', {});
  const changed = () => {
    removal.again();
    onRemoved();
  };
  return (
    <Loaded of={removal} frame={<PageFrame rows={4} />}>
      {({ made, isExported }) =>
        made.length === 0 ? (
          <p>{texts.removal.none}</p>
        ) : (
          <>
            <p role="status">{isExported ? texts.removal.mayGo : texts.removal.exportFirst}</p>
            <ul className={styles.rows}>
              {made.map((offer) => (
                <MadeRow key={`${offer.kind} ${offer.id}`} offer={offer} mayGo={isExported} onChanged={changed} />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

interface MadeRowProps {
  readonly offer: RemovalOffer;
  readonly mayGo: boolean;
  /** It is gone, or what was known of it is over. */
  readonly onChanged: () => void;
}

/** Jira counts the issues that use one of these; of others it says only when they are to go. */
const counted: readonly RemovalOffer['kind'][] = ['project', 'issue-type', 'status', 'field'];

function MadeRow({ offer, mayGo, onChanged }: MadeRowProps) {
  const [told, setTold] = useState<string>();
  const { kind, id, name, uses } = offer;
  const remove = async () => {
    const reply = await ask('removeMade', { kind, id }).catch(() => undefined);
    if (reply?.ok && reply.value.outcome === 'refused') setTold(texts.removal.refused(reply.value.words ?? ''));
    else if (reply && !reply.ok) setTold(texts.removal.busy);
    else onChanged();
  };
  return (
    <li className={styles.row}>
      <span className={styles.verdict}>{texts.removal.kinds[kind]}</span>
      <span className={styles.what}>
        <strong>{name}</strong>
        <span className={styles.why}>
          {told ?? (counted.includes(kind) ? texts.removal.uses(uses) : texts.removal.jiraTells)}
        </span>
      </span>
      <TakeAway name={name} isDisabled={uses !== 0 || !mayGo} onTake={remove} />
    </li>
  );
}

interface TakeAwayProps {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly onTake: () => Promise<void>;
}

/** Asks once more, since what is gone does not come back. */
function TakeAway({ name, isDisabled, onTake }: TakeAwayProps) {
  const [step, setStep] = useState<'offered' | 'asked' | 'taking'>('offered');
  const take = async () => {
    setStep('taking');
    await onTake();
    setStep('offered');
  };
  if (step === 'offered')
    return (
      <Button isDisabled={isDisabled} onClick={() => setStep('asked')} aria-label={texts.removal.removeOf(name)}>
        {texts.removal.remove}
      </Button>
    );
  return (
    <span className={styles.actions}>
      <Button
        appearance="danger"
        autoFocus
        isDisabled={step === 'taking'}
        onClick={() => void take()}
        aria-label={texts.removal.confirmOf(name)}
      >
        {texts.removal.confirm}
      </Button>
      <Button appearance="subtle" isDisabled={step === 'taking'} onClick={() => setStep('offered')}>
        {texts.removal.keep}
      </Button>
    </span>
  );
}
