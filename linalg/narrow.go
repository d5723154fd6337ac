package linalg

import "unsafe"

// rowNarrow is the product of a row in four bytes and a vector, summed in four
// parts. It reads x without asking whether a column is within it, which is
// what two fifths of the time would go to: NewSystem has looked at every column
// once.
func rowNarrow(cols []int32, vals, x []float32) float32 {
	vals = vals[:len(cols)]
	base := unsafe.Pointer(unsafe.SliceData(x))
	var a, b, c, d float32
	k := 0
	for ; k+4 <= len(cols); k += 4 {
		j, v := cols[k:k+4:k+4], vals[k:k+4:k+4]
		a += v[0] * at(base, j[0])
		b += v[1] * at(base, j[1])
		c += v[2] * at(base, j[2])
		d += v[3] * at(base, j[3])
	}
	for ; k < len(cols); k++ {
		a += vals[k] * at(base, cols[k])
	}
	return (a + b) + (c + d)
}

func at(base unsafe.Pointer, j int32) float32 {
	return *(*float32)(unsafe.Add(base, uintptr(uint32(j))*4))
}

// dotNarrow is the scalar product of two vectors, summed in eight bytes.
func dotNarrow(x, y []float32) float64 {
	y = y[:len(x)]
	var a, b, c, d float64
	i := 0
	for ; i+4 <= len(x); i += 4 {
		a += float64(x[i]) * float64(y[i])
		b += float64(x[i+1]) * float64(y[i+1])
		c += float64(x[i+2]) * float64(y[i+2])
		d += float64(x[i+3]) * float64(y[i+3])
	}
	for ; i < len(x); i++ {
		a += float64(x[i]) * float64(y[i])
	}
	return (a + b) + (c + d)
}
