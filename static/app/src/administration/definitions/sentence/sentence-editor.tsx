import type { DefinitionDraft } from '@fettle/sla/domain/draft';
import { useState } from 'react';
import { TextInput } from '../../../ui/text-input';
import editor from '../../editor.module.css';
import { texts } from '../texts';
import { type Choices, either, stateWords, triggerWords } from '../words';
import { Picker } from './picker';
import styles from './sentence.module.css';
import { StateList } from './state-list';
import { TriggerList } from './trigger-list';

const parts = ['start', 'pause', 'stop', 'cancel', 'reset'] as const;
type Part = (typeof parts)[number];
type Open = Part | 'scope' | undefined;

export interface SentenceProps {
  readonly draft: DefinitionDraft;
  readonly choices: Choices;
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (changed: Partial<DefinitionDraft>) => void;
}

/** The definition as a sentence, each part of which opens its picker in place. */
export function SentenceEditor(props: SentenceProps) {
  const { draft, choices, problemAt } = props;
  const [open, setOpen] = useState<Open>();
  const toggle = (part: Open) => setOpen(open === part ? undefined : part);
  const isWrong = (part: string) => hasProblem(part, problemAt, draft);
  const words = texts.sentence;
  const said = parts.filter((part) => !isUnsaid(part, draft));
  return (
    <section className={editor.section} aria-label={words.title}>
      <h3 className={editor.heading}>{words.title}</h3>
      <div className={styles.sentence}>
        <em>{draft.name || texts.nameless}</em> {words.scope}{' '}
        <Underlined
          lead={words.scope}
          words={draft.scope.trim() || words.everything}
          isOpen={open === 'scope'}
          isWrong={isWrong('scope')}
          onPress={() => toggle('scope')}
        />
        .{' '}
        {said.map((part, i) => (
          <span key={part}>
            {i === 0 ? 'It ' : ', '}
            {words.parts[part]}{' '}
            <Underlined
              lead={words.parts[part]}
              words={wordsOf(part, draft, choices) || words.toBeSaid}
              isOpen={open === part}
              isWrong={isWrong(part)}
              onPress={() => toggle(part)}
            />
          </span>
        ))}
        .<Unsaid draft={draft} open={open} onPress={toggle} />
      </div>
      {open && (
        <Picker title={open === 'scope' ? words.scope : words.parts[open]} onDone={() => setOpen(undefined)}>
          <Opened {...props} open={open} />
        </Picker>
      )}
    </section>
  );
}

interface UnsaidProps {
  readonly draft: DefinitionDraft;
  readonly open: Open;
  readonly onPress: (part: Part) => void;
}

/** What may be said of any definition, and is not of this one. */
const optional = ['pause', 'cancel', 'reset'] as const;

const isUnsaid = (part: Part, draft: DefinitionDraft): boolean =>
  optional.some((each) => each === part) && draft[part].length === 0;

function Unsaid({ draft, open, onPress }: UnsaidProps) {
  const unsaid = optional.filter((part) => isUnsaid(part, draft));
  const { also, unsaid: words } = texts.sentence;
  return unsaid.map((part, i) => (
    <span key={part}>
      {i === 0 ? ` ${also} ` : ', '}
      <Underlined
        lead={also}
        words={words[part]}
        isOpen={open === part}
        isWrong={false}
        onPress={() => onPress(part)}
      />
      {i === unsaid.length - 1 && '.'}
    </span>
  ));
}

function Opened({ open, draft, choices, problemAt, onChange }: SentenceProps & { readonly open: Part | 'scope' }) {
  const words = texts.sentence;
  switch (open) {
    case 'scope':
      return (
        <TextInput
          label={words.scopeLabel}
          help={words.scopeHelp}
          isCode
          isTold
          value={draft.scope}
          problem={problemAt('scope')}
          onChange={(scope) => onChange({ scope })}
        />
      );
    case 'pause':
    case 'cancel':
      return (
        <StateList
          part={words.parts[open]}
          states={draft[open]}
          choices={choices}
          problemAt={(place) => problemAt(`${open}${place}`)}
          onChange={(states) => onChange({ [open]: states })}
        />
      );
    default:
      return (
        <TriggerList
          part={words.parts[open]}
          triggers={draft[open]}
          choices={choices}
          problemAt={(place) => problemAt(`${open}${place}`)}
          onChange={(triggers) => onChange({ [open]: triggers })}
        />
      );
  }
}

interface UnderlinedProps {
  readonly lead: string;
  readonly words: string;
  readonly isOpen: boolean;
  readonly isWrong: boolean;
  readonly onPress: () => void;
}

const Underlined = ({ lead, words, isOpen, isWrong, onPress }: UnderlinedProps) => (
  <button
    type="button"
    className={isWrong ? `${styles.part} ${styles.wrong}` : styles.part}
    aria-expanded={isOpen}
    aria-label={`${lead} ${words}`}
    onClick={onPress}
  >
    {words}
  </button>
);

const hasProblem = (part: string, problemAt: SentenceProps['problemAt'], draft: DefinitionDraft): boolean => {
  const list = part === 'scope' ? [] : draft[part as Part];
  return problemAt(part) !== undefined || list.some((_, i) => problemAt(`${part}[${i}]`) !== undefined);
};

function wordsOf(part: Part, draft: DefinitionDraft, choices: Choices): string {
  if (part === 'pause' || part === 'cancel')
    return draft[part].length ? either(draft[part].map((state) => stateWords(state, choices))) : '';
  return draft[part].length ? either(draft[part].map((trigger) => triggerWords(trigger, choices))) : '';
}
