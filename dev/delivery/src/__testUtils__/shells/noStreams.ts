/**
 * In place of Node's streams, which the catalog's export to CSV needs; no shell here exports.
 */
export class Transform {
  constructor() {
    throw new Error('There are no streams in this shell');
  }
}
