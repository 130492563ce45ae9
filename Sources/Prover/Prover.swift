// Prover
