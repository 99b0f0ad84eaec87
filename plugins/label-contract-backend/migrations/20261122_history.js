// @ts-check

/**
 * The history of the label contract. Times are UTC; JSON is kept as text, so that SQLite and PostgreSQL
 * hold the same.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('history_recorder', table => {
    table.comment(
      'One row: who may write. A writer whose term is over is refused',
    );
    table.integer('id').primary();
    table.integer('term').notNullable().comment('Grows with each new writer');
    table.string('recorder').nullable().comment('The process that writes');
    table.dateTime('written_at').nullable().comment('Its last write');
    table
      .dateTime('claims_observed_at')
      .nullable()
      .comment('As of when the claims are known');
    table
      .dateTime('matches_observed_at')
      .nullable()
      .comment('As of when it is known which entities have workloads');
  });
  await knex('history_recorder').insert({ id: 1, term: 0 });

  await knex.schema.createTable('history_watches', table => {
    table.comment('As of when each kind of each cluster is known completely');
    table.string('cluster').notNullable();
    table.string('kind').notNullable();
    table.dateTime('observed_at').notNullable();
    table
      .text('namespaces')
      .nullable()
      .comment('JSON array where only these are watched; null for all');
    table.primary(['cluster', 'kind']);
  });

  await knex.schema.createTable('history_observations', table => {
    table.comment('What each workload looked like when it last changed');
    table.string('cluster').notNullable();
    table.string('uid').notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table.integer('revision').notNullable().comment('Grows with each change');
    table
      .text('keys')
      .notNullable()
      .comment('JSON array: label keys that were looked at');
    table
      .text('labels')
      .notNullable()
      .comment('JSON object: values of those keys, by level');
    table.dateTime('observed_at').notNullable();
    table.primary(['cluster', 'uid']);
    table.index(['cluster', 'kind', 'uid'], 'history_observations_watch_idx');
  });

  await knex.schema.createTable('history_transitions', table => {
    table.comment('What changed between two observations; never altered');
    table.increments('id');
    table.string('cluster').notNullable();
    table.string('uid').notNullable();
    table.integer('revision').notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table
      .text('keys')
      .notNullable()
      .comment('JSON array: label keys that were looked at both times');
    table.text('was').nullable().comment('Labels by level; null where created');
    table.text('is').nullable().comment('Labels by level; null where deleted');
    table
      .text('managers')
      .notNullable()
      .comment('Field manager by level and key, of what is there now');
    table
      .dateTime('not_before')
      .notNullable()
      .comment('Last observation before');
    table.dateTime('seen_at').notNullable().comment('First observation after');
    table.string('recorder').notNullable();
    table.unique(['cluster', 'uid', 'revision'], {
      indexName: 'history_transitions_once_uq',
    });
    table.index(['seen_at'], 'history_transitions_seen_idx');
  });

  await knex.schema.createTable('history_terms', table => {
    table.comment('Labels of transitions, to find those of a claim');
    table.integer('transition_id').notNullable();
    table.string('key', 317).notNullable();
    table.string('value', 63).notNullable();
    table.primary(['transition_id', 'key', 'value']);
    table.index(['key', 'value', 'transition_id'], 'history_terms_label_idx');
  });

  await knex.schema.createTable('history_claims', table => {
    table.comment('What each entity claims');
    table.string('entity_ref').primary();
    table.text('claim').notNullable().comment('JSON: query, id, namespace');
    table.dateTime('first_seen_at').notNullable();
  });

  await knex.schema.createTable('history_claim_changes', table => {
    table.comment('What changed between two readings of the catalog');
    table.increments('id');
    table.string('entity_ref').notNullable();
    table.text('was').nullable().comment('JSON as in history_claims');
    table.text('is').nullable();
    table.dateTime('not_before').notNullable();
    table.dateTime('seen_at').notNullable();
    table.unique(['entity_ref', 'seen_at'], {
      indexName: 'history_claim_changes_once_uq',
    });
    table.index(['seen_at'], 'history_claim_changes_seen_idx');
  });

  await knex.schema.createTable('history_matches', table => {
    table.comment('Entities that have, or had, workloads');
    table.string('entity_ref').primary();
    table.integer('workloads').notNullable();
    table.text('clusters').notNullable().comment('JSON array: where they are');
    table
      .dateTime('until')
      .nullable()
      .comment('When there were some last; null while there are');
    table.index(['until'], 'history_matches_until_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'history_matches',
    'history_claim_changes',
    'history_claims',
    'history_terms',
    'history_transitions',
    'history_observations',
    'history_watches',
    'history_recorder',
  ]) {
    await knex.schema.dropTable(table);
  }
};
