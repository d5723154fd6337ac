module gosplan

go 1.26
