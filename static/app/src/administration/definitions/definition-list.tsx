import type { EditableDefinition } from '@fettle/sla/contract';
import type { Host } from '../../host';
import type { Output } from '../../rpc/rpc';
import { breachedAndOpenIn, openIn } from '../../sla/open-in-jql';
import link from '../../ui/link-button.module.css';
import editor from '../editor.module.css';
import { IssueCount } from '../issue-count';
import { ThingsList } from '../things-list';
import styles from './definitions.module.css';
import { texts } from './texts';
import { type Choices, sentenceOf } from './words';

interface ListProps {
  readonly all: Output<'definitions'>;
  readonly choices: Choices;
  readonly host: Host;
  readonly onOpen: (id: string) => void;
}

/** Every definition as a sentence, with how many clocks it has open. */
export function DefinitionList({ all: { definitions, freeSlots }, choices, host, onOpen }: ListProps) {
  return (
    <ThingsList
      count={definitions.length}
      texts={texts}
      answer={texts.answer(definitions.length)}
      mayAdd={host.isLicensed && freeSlots > 0}
      onAdd={() => onOpen('new')}
    >
      {freeSlots === 0 && <p className={editor.quiet}>{texts.noSlot}</p>}
      <ul className={styles.list}>
        {definitions.map((definition) => (
          <Row key={definition.id} definition={definition} choices={choices} onOpen={onOpen} />
        ))}
      </ul>
    </ThingsList>
  );
}

interface RowProps {
  readonly definition: EditableDefinition;
  readonly choices: Choices;
  readonly onOpen: (id: string) => void;
}

function Row({ definition: { id, slot, version, draft }, choices, onOpen }: RowProps) {
  return (
    <li className={styles.row}>
      <div>
        <h3 className={styles.name}>
          <button type="button" className={link.link} onClick={() => onOpen(id)}>
            {draft.name}
          </button>
        </h3>
        <p className={styles.words}>{sentenceOf(draft, choices)}</p>
        <p className={editor.quiet}>{texts.standing(slot, version, draft.goals.length)}</p>
      </div>
      <div className={styles.counts}>
        <IssueCount jql={openIn(slot)} words={texts.open} />
        <IssueCount jql={breachedAndOpenIn(slot)} words={texts.breached} />
      </div>
    </li>
  );
}
