/** SQLite's FTS5 over folded text: a file on disk, BM25 with weights, a prefix index for the word being typed. */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { foldedWords } from '../fold.ts';
import { fieldsOf, procedureText, type TextKind } from '../procedure-text.ts';
import type { SearchPeer } from './search-peer.ts';

/** Weights of bm25() by column: name, aliases, field, body. Among the short ones its own (1) did best, long texts count little. */
const weights: Readonly<Record<TextKind, string>> = { head: '1, 1, 1', full: '1, 1, 1, 0.1' };

export function createSqliteFts5(text: TextKind): SearchPeer {
  const fields = fieldsOf(text);
  return {
    name: 'SQLite FTS5',
    text,
    slowFrom: text === 'head' ? 20_000 : 3000,
    build(procedures, path) {
      rmSync(path, { force: true });
      const database = new Database(path);
      // Folded before it gets in: `remove_diacritics 2` leaves đ behind. Contentless: the code alone is asked for, by rowid.
      // Prefixes of 2 and 3 letters have an index of their own. detail=full stays: without it columns cannot be weighed.
      database.exec(`
        CREATE TABLE codes (id INTEGER PRIMARY KEY, code TEXT NOT NULL) STRICT;
        CREATE VIRTUAL TABLE texts USING fts5(${fields.join(', ')}, content='', prefix='2 3', tokenize='unicode61');`);
      const addCode = database.prepare('INSERT INTO codes VALUES (?, ?)');
      const addText = database.prepare(
        `INSERT INTO texts(rowid, ${fields.join(', ')}) VALUES (?, ${fields.map(() => '?').join(', ')})`,
      );
      database.transaction(() => {
        for (const [id, procedure] of procedures.entries()) {
          const parts = procedureText(procedure, text);
          addCode.run(id, parts.code);
          addText.run(id, ...fields.map((field) => foldedWords(parts[field]).join(' ')));
        }
      })();
      // One segment instead of many; what an index that is built once and read for ever deserves.
      database.exec("INSERT INTO texts(texts) VALUES ('optimize')");
      database.exec('VACUUM');
      database.close();
    },
    open(path) {
      const database = new Database(path, { readonly: true });
      const found = database
        .prepare<[string, number], string>(
          `SELECT code FROM texts JOIN codes ON codes.id = texts.rowid WHERE texts MATCH ?
           ORDER BY bm25(texts, ${weights[text]}) LIMIT ?`,
        )
        .pluck();
      return {
        search(query, limit) {
          const words = foldedWords(query);
          if (words.length === 0) {
            return [];
          }
          const terms = words.map((word, index) => {
            const isUnfinished = index === words.length - 1 && word.length >= 2;
            return isUnfinished ? `"${word}" *` : `"${word}"`;
          });
          // Any of the words: BM25 puts what holds most of them first. Asking for all of them before did no better.
          return found.all(terms.join(' OR '), limit);
        },
        close: () => database.close(),
      };
    },
  };
}
