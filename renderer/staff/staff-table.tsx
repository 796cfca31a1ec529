/** Rows of the same things, e.g. jobs or numbers; the last column may hold a button. */
import type { ReactNode } from 'react';
import styles from './staff-table.module.css';

interface StaffTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[];
  /** Stands in the place of no rows. */
  readonly empty: string;
}

export function StaffTable({ title, columns, rows, empty }: StaffTableProps) {
  return (
    <section className={styles['card']} aria-label={title}>
      <h2 className={styles['title']}>{title}</h2>
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {columns.map((column, index) => (
                  <td key={column}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
