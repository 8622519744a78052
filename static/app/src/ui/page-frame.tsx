import styles from './page-frame.module.css';

const texts = { loading: 'The page is on its way' };

/** The shape of a page that is on its way: a sentence and some rows. */
export function PageFrame({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div className={styles.frame} role="status" aria-label={texts.loading}>
      <span className={styles.sentence} />
      {Array.from({ length: rows }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <span key={place} className={styles.row} />
      ))}
    </div>
  );
}
