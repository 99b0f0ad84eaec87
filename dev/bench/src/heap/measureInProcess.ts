import { measureHeap } from './measureHeap';

// Run by measureApart.ts: a heap is only measured well where nothing else is in it.
process.stdout.write(JSON.stringify(measureHeap(Number(process.argv[2]))));
