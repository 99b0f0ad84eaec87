// Preloaded into programs that must not outlive the one that started them, even when that one is
// killed: the channel between the two closes with it.
process.on('disconnect', () => process.exit(1));
