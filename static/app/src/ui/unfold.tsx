import link from './link-button.module.css';
import { OnlyHeard } from './only-heard';
import { unfoldTexts } from './unfold-texts';

interface UnfoldProps {
  readonly isUnfolded: boolean;
  readonly onToggle: () => void;
  /** While it is folded. */
  readonly words?: string;
  /** Read out behind the words, where several on a page say the same. */
  readonly of?: string;
  /** The id of what is unfolded. */
  readonly controls?: string;
  readonly isSmall?: true;
  readonly className?: string | undefined;
}

/** Unfolds the reason of something in its place, and folds it again. */
export const Unfold = ({
  isUnfolded,
  onToggle,
  words = unfoldTexts.why,
  of,
  controls,
  isSmall,
  className = '',
}: UnfoldProps) => (
  <button
    type="button"
    className={`${isSmall ? link.small : link.link} ${className}`}
    aria-expanded={isUnfolded}
    aria-controls={controls}
    onClick={onToggle}
  >
    {isUnfolded ? unfoldTexts.hide : words}
    {of && <OnlyHeard> {of}</OnlyHeard>}
  </button>
);
