import type Database from 'better-sqlite3';
import { SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely';

/**
 * SQLite takes a transaction back by itself when the disk is full or cannot be written (sqlite.org/lang_transaction.html,
 * section 3.1). Rolling it back once more fails, and that failure would hide the first one.
 */
class SqliteStoreDriver extends SqliteDriver {
  readonly #sqlite: Database.Database;

  constructor(sqlite: Database.Database) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Kysely's dialect for an open better-sqlite3 database, with the reason of a failed transaction kept. */
export class SqliteStoreDialect extends SqliteDialect {
  readonly #sqlite: Database.Database;

  constructor(sqlite: Database.Database) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
  }

  override createDriver(): Driver {
    return new SqliteStoreDriver(this.#sqlite);
  }
}
