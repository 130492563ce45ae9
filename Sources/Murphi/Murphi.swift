// Murphi
